/** Every step that only certain people may take; `identities.spec` sends each in other people's names. */
import { button, type GuardedStep } from './guarded-step.ts'
import { MODERATION_STEPS } from './moderation-steps.ts'
import { PLANNING_STEPS } from './planning-steps.ts'

/** Actions that anybody may call, and why. */
export const OPEN_TO_EVERYBODY: Record<string, string> = {
  'app/[locale]/accessibility/actions.ts#sendFeedback': 'a message to the operator, within limits',
  'app/[locale]/confirm/actions.ts#answer': 'the token of a mail says who answers',
  'app/[locale]/entries/[slug]/interest/actions.ts#confirm': 'the token of a mail says whose message it is',
  'app/[locale]/entries/[slug]/interest/actions.ts#sendInterest': 'a message that waits for its confirmation',
  'app/[locale]/entries/[slug]/interest/actions.ts#sendReply': 'the token of a mail says who replies',
  'app/[locale]/propose/actions.ts#addPhoto': 'the token of the link says whose proposal it is',
  'app/[locale]/propose/actions.ts#confirm': 'the token of a mail says whose proposal it is',
  'app/[locale]/propose/actions.ts#propose': 'everybody may propose, within limits',
  'app/[locale]/propose/actions.ts#reply': 'the token of the link says whose proposal it is',
  'app/[locale]/propose/actions.ts#withdraw': 'the token of the link says whose proposal it is',
  'app/[locale]/sign-in/actions.ts#signIn': 'it is how one becomes somebody',
  'app/[locale]/sign-in/actions.ts#signInByLink': 'the token of a mail says who signs in',
  'app/[locale]/sign-in/actions.ts#signOut': 'it ends the session that comes with it, no other',
  'app/[locale]/sign-in/actions.ts#tryRole': 'the doors of the demonstration, at this machine alone',
}

const ACCOUNT_STEPS: GuardedStep[] = [
  {
    action: 'app/[locale]/admin/actions.ts#setRole',
    role: 'admin',
    changes: 'profiles',
    prepare: async ({ page, other }) => {
      await page.goto('/de/admin')
      const row = page.getByRole('row', { name: other.email })
      await row.getByRole('combobox').selectOption({ label: 'Planung' })
      return () => button(row, 'Rolle setzen').click()
    },
  },
  {
    action: 'app/[locale]/account/actions.ts#deleteAccount',
    role: 'member',
    changes: 'people',
    isOfEverybody: true,
    prepare: async ({ page }) => {
      await page.goto('/de/account')
      await page.getByLabel('Ja, mein Konto endgültig löschen').check()
      return () => button(page, 'Konto löschen').click()
    },
  },
  {
    action: 'app/[locale]/propose/actions.ts#proposeAsPerson',
    role: 'member',
    changes: 'proposals',
    isOfEverybody: true,
    prepare: async ({ page }) => {
      await page.goto('/de/propose')
      await page.locator('[data-map-state=idle]').waitFor()
      await page.locator('[name=address]').fill('Beispielgasse 9')
      await page.getByLabel('Atelier', { exact: true }).check()
      return () => button(page, 'Vorschlag senden').click()
    },
  },
]

export const GUARDED_STEPS: readonly GuardedStep[] = [
  ...MODERATION_STEPS,
  ...PLANNING_STEPS,
  ...ACCOUNT_STEPS,
]
