/**
 * The passphrases that people choose most, of those that nothing else refuses: eight characters or more, lower case, of at least
 * five different characters. Source: the frequency list of zxcvbn (`passwords` of @zxcvbn-ts/language-common 4.1.3, MIT, drawn
 * from published leaks), its first 510 such, without the obscene ones.
 */
export const commonPassphrases: ReadonlySet<string> = new Set(
  `
baseball football qwertyuiop superman 1qaz2wsx jennifer trustno1 sunshine iloveyou computer michelle starwars princess
corvette 1234qwer internet samantha q1w2e3r4t5 maverick whatever mercedes steelers qwer1234 hardcore q1w2e3r4 midnight
bigdaddy victoria marlboro 1q2w3e4r jordan23 danielle jonathan liverpoo qwerty123 abcd1234 slipknot scorpion startrek
asdfghjkl redskins qazwsxedc liverpool nicholas dolphins qwertyui metallic mountain benjamin elephant rush2112
1q2w3e4r5t creative garfield asdfghjk 1qazxsw2 december airborne brooklyn godzilla williams darkness blink182 platinum
lifehack 12qwaszx snowball nintendo november pakistan explorer redwings lasvegas guinness christin asdf1234 babygirl
michigan carolina alexande minecraft metallica kristina kimberly snickers paradise caroline lacrosse bollocks poohbear
qweasdzxc einstein drowssap courtney spitfire patricia maryjane champion svetlana anderson westside security zaq12wsx
alexander 123456789a scarface qwerty12 marshall veronica stargate 12345qwert semperfi brittany scotland cherokee
simpsons michael1 vladimir franklin infinity bulldogs budlight softball fktrcfylh kawasaki wildcats logitech swordfis
motorola alexandr patriots colorado juventus freeuser warcraft wolverin elizabet valentin mitchell ncc1701d spiderma
hello123 virginia pearljam 123qweasd predator charlie1 panthers peekaboo rolltide american cardinal chevelle fyfcnfcbz
loverboy changeme electric darkside hercules lawrence wolfpack letmein1 spiderman blizzard cheyenne 123456789q
cjkysirj sterling basketball a1b2c3d4 airplane billybob stingray chocolat zeppelin firebird business greenday tarheels
hellfire engineer serenity fireball darkstar mustang1 pavilion bobafett dbrnjhbz harrison welcome1 swimming defender
precious icecream swordfish presario rockstar airforce thailand bluebird goldfish wrangler cadillac longhorn microsoft
christia qazwsx123 atlantis 123qweasdzxc lonewolf software leonardo srinivas angelina valentina veronika babydoll
devildog mistress freedom1 soso123aljg montreal wolfgang hotstuff basketba birthday stephani jessica1 kathleen
savannah shamrock deftones goldberg renegade hamilton cristina enterpri 1234abcd babylon5 sweetpea trfnthbyf cavalier
marathon aardvark manchester yankees1 napoleon buckeyes highland 1qaz2wsx3edc diamonds campbell chandler elizabeth
thuglife sherlock morpheus consumer adgjmptw barcelona sundance isabella overlord isabelle ultimate ncc1701e matthew1
geronimo 123qwe123 aleksandr portugal superfly q1w2e3r4t5y6 florence wrinkle1 seminole alejandr concrete access14
margaret christop letmein2 qazxswedc trombone pleasure rhbcnbyf christian cdtnkfyf stallion mongoose kingkong bluemoon
personal a1234567 immortal dietcoke anthony1 giovanni hollywoo morrison clifford bonehead fernando ghbdtnbr charlott
william1 hongkong sebastia werewolf super123 cooldude eternity tottenha stocking anything columbia makaveli robinson
verbatim satan666 standard blackcat punkrock raistlin infantry qwerty12345 waterloo seinfeld musicman megadeth
skywalke squirrel wolverine qazwsxed stardust twilight intrepid vanhalen punisher 1234567a showtime skittles ekaterina
hannibal thunder1 chelsea1 1q2w3e4r5t6y portland panasonic sandiego penelope blackdog 1a2b3c4d californ playtime
warriors gangster christine chargers mushroom dingdong crusader stranger dkflbvbh anastasia slapshot guardian septembe
angelica scarlett kittycat munchkin rammstein barcelon santiago blackman starcraft goodluck coltrane katerina discover
shaney14 lonestar stonecol meridian heather1 richard1 alexandra zaq1xsw2 beautiful lowrider tacobell catalina halflife
kangaroo thompson socrates keyboard national formula1 qwerasdf penguins vacation ragnarok mailcreated5240 lorraine
dodgeram sebastian colombia oblivion sithlord mustangs scoobydo bigballs zxcv1234 titleist richmond director magnolia
blueeyes mersedes springer patrick1 martinez cowboys1 nuttertools gateway1 imperial grateful peterpan kingston
pa55word freckles margarita research mariners rootbeer aspirine frederic children stephanie scooter1 creampie plymouth
justdoit 1234567q lightnin caliente goodtime catherin redalert brucelee porkchop aquarius raiders1 thankyou fletcher
shopping a1s2d3f4 sapphire qwert123 qazwsxedcrfv hastings blackjac spectrum chevrole amsterdam diamond1 rosemary
candyman beatrice front242 atlantic labrador 123456qwerty syracuse southern commando clitoris 8j4ye3uz monopoly
pineappl spartans romashka 123456aa snuggles phoenix1 jeremiah 1234567890q cosworth charlotte doberman qawsedrf
brandon1 emmanuel webmaster viktoria porsche9 starbuck beefcake 123456654321 123456789987654321 112233445566
123456789123 123456789012 541233432442 12345678900987654321 010203040506 102030405060 12345678987654321
`
    .trim()
    .split(/\s+/),
)
