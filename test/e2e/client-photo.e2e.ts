import { expect, test } from '@playwright/test'
import { launchFounded } from './support/launch-founded.ts'

test('[W5] a client’s photo is taken with the camera, which is off again afterwards', async () => {
  const branch = await launchFounded({ args: ['--use-fake-device-for-media-stream'] })
  const { page, signIn } = branch
  await signIn('MGR1')
  await branch.execute({ type: 'day.open', date: new Date().toISOString().slice(0, 10) })
  await page.evaluate(() => {
    const { mediaDevices } = navigator
    const ask = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async wanted => {
      const stream = await ask(wanted)
      Reflect.set(window, 'lastStream', stream)
      return stream
    }
  })
  await page.keyboard.press('F4')
  const photo = page.getByRole('group', { name: 'Photo' })
  await photo.getByRole('button', { name: 'Camera' }).click()
  const take = photo.getByRole('button', { name: 'Take the photo' })
  await expect(take).toBeEnabled()
  await branch.picture('client-camera')
  await take.click()
  const picture = photo.getByRole('img', { name: 'Photo' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(720)
  const states = () =>
    page.evaluate(() =>
      Reflect.get(window, 'lastStream')
        .getTracks()
        .map(({ readyState }: MediaStreamTrack) => readyState),
    )
  await expect.poll(states).toEqual(['ended'])
  await branch.picture('client-photo')
  await branch.close()
})
