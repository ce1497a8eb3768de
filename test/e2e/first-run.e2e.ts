import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { type Branch, launchBranch } from './support/launch-branch.ts'

const passphrase = 'نخلة في ظل البئر'
let userFolder = ''
let branch: Branch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-user-'))
  branch = await launchBranch({ userFolder })
})
test.afterAll(async () => {
  await branch.close()
  fs.rmSync(userFolder, { recursive: true, force: true })
})

const heading = (name: string): Locator => branch.page.getByRole('heading', { level: 1, name })
const button = (name: string | RegExp): Locator => branch.page.getByRole('button', { name })
const field = (name: string | RegExp): Locator => branch.page.getByLabel(name)

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await branch.page.keyboard.press(key)
}

/** Types into whatever has the focus, in place of what stands there, and goes on. */
async function enter(text: string): Promise<void> {
  await press('Control+A')
  await branch.page.keyboard.type(text)
  await press('Enter')
}

test('[W36] the language is chosen before anything else, and the page turns with it', async () => {
  await expect(heading('Welcome')).toBeVisible()
  await expect(button(/Create an institution/)).toBeFocused()
  for (const language of ['English', 'Français', 'Español', 'Português', 'Kiswahili', 'العربية', 'हिन्दी'])
    await expect(button(language)).toBeVisible()
  await button('العربية').focus()
  await press('Enter')
  await expect(heading('أهلاً بك')).toBeVisible()
  await expect(branch.page.locator('html')).toHaveAttribute('dir', 'rtl')
  await branch.picture('first-run-arabic')
})

test('[A61][W28] an institution is founded in that language from the keyboard, with accounts and products named in it', async () => {
  const { page } = branch
  await button(/إنشاء مؤسسة/).focus()
  await press('Enter')
  await expect(field(/اسم المؤسسة/)).toBeFocused()
  await branch.page.keyboard.type('Amal')
  await button('English').click()
  await expect(field(/Name of the institution/)).toHaveValue('Amal')
  await button('العربية').click()
  await field(/اسم المؤسسة/).focus()
  await enter('مؤسسة الأمل للتمويل الأصغر')
  await page.getByLabel('البلد').selectOption('EG')
  await field(/اسم هذا الفرع/).focus()
  await enter('أسوان')
  await press('Enter', 'Enter', 'Enter')
  await expect(field('الاسم').first()).toBeFocused()
  for (const person of [
    ['منى حسن', 'MGR1'],
    ['علي سعيد', 'TEL1'],
  ]) {
    for (const text of person) await enter(text)
    await press('Enter')
    await enter(passphrase)
  }
  await branch.picture('first-run-people-arabic')
  await press('Enter')
  await expect(field(/EGP (?:1,000|١٬٠٠٠)$/)).toBeFocused()
  await button('إنشاء المؤسسة').focus()
  await press('Enter')
  await expect(page.locator('[data-recovery-code]')).toBeVisible()
  await branch.picture('first-run-recovery-arabic')
  await press('Space')
  await page.getByRole('button', { name: 'متابعة' }).focus()
  await press('Enter')
  await page.getByRole('radio', { name: 'MGR1' }).check()
  await field('عبارة المرور').fill(passphrase)
  await press('Enter')
  await expect(page.getByRole('banner').getByText('منى حسن')).toBeVisible()
  const names = await page.evaluate(async () => {
    const products = await window.branch.query({ type: 'products' })
    return products.ok ? products.value.map(({ name }) => name) : []
  })
  expect(names).toContain('حساب جارٍ')
  await page.evaluate(() => {
    window.location.hash = '#/statements'
  })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await branch.picture('first-run-desk-arabic')
})

test('[W36] the language stays with the installation', async () => {
  await branch.close()
  branch = await launchBranch({ userFolder })
  await expect(heading('تسجيل الدخول')).toBeVisible()
  await expect(branch.page.locator('html')).toHaveAttribute('dir', 'rtl')
})
