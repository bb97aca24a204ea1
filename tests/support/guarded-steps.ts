/** Every step that only certain people may take; `identities.spec` sends each in other people's names. */
import { waitForRest } from './at-rest.ts'
import { button, type GuardedStep } from './guarded-step.ts'
import { MODERATION_STEPS } from './moderation-steps.ts'
import { PLANNING_STEPS } from './planning-steps.ts'

/** Actions that anybody may call, and why. */
export const OPEN_TO_EVERYBODY: Record<string, string> = {
  'lib/server/actions/feedback.ts#sendFeedback': 'a message to the operator, within limits',
  'lib/server/actions/confirmation.ts#answer': 'the token of a mail says who answers',
  'lib/server/actions/interest.ts#sendConfirmedInterest': 'the token of a mail says whose message it is',
  'lib/server/actions/interest.ts#sendInterest': 'a message that waits for its confirmation',
  'lib/server/actions/interest.ts#sendReply': 'the token of a mail says who replies',
  'lib/server/actions/proposals.ts#addPhoto': 'the token of the link says whose proposal it is',
  'lib/server/actions/proposals.ts#confirmByMail': 'the token of a mail says whose proposal it is',
  'lib/server/actions/proposals.ts#propose': 'everybody may propose, within limits',
  'lib/server/actions/proposals.ts#reply': 'the token of the link says whose proposal it is',
  'lib/server/actions/proposals.ts#withdraw': 'the token of the link says whose proposal it is',
  'lib/server/actions/sign-in.ts#signIn': 'it is how one becomes somebody',
  'lib/server/actions/sign-in.ts#signInByLink': 'the token of a mail says who signs in',
  'lib/server/actions/sign-in.ts#signOut': 'it ends the session that comes with it, no other',
  'lib/server/actions/sign-in.ts#tryRole': 'the doors of the demonstration, at this machine alone',
}

const ACCOUNT_STEPS: GuardedStep[] = [
  {
    action: 'lib/server/actions/people.ts#setRole',
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
    action: 'lib/server/actions/account.ts#deleteAccount',
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
    action: 'lib/server/actions/proposals.ts#proposeAsPerson',
    role: 'member',
    changes: 'proposals',
    isOfEverybody: true,
    prepare: async ({ page }) => {
      await page.goto('/de/propose')
      await waitForRest(page)
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
