/** Words of sign-in and sign-up. */
export const account = {
  brand: 'Pith',
  signIn: {
    title: 'Sign in',
    about: 'For therapists.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    busy: 'Signing in',
    wrong: 'E-mail and password do not match. Nothing was changed. Check both and try again.',
    expired:
      'You were signed out after a while. Sign in and go on where you were. What you wrote is still here.',
    newHere: 'Open a new practice',
    client: 'Are you a client? You need no password. Open the link or the code from your therapist.',
  },
  signUp: {
    title: 'Open your practice',
    about: 'One minute. Then you add your first client.',
    practice: 'Name of the practice',
    practiceHint: 'Your clients see it on their phone.',
    name: 'Your name',
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least 10 characters. A few words in a row are easy to keep in mind.',
    passwordShort: (missing: number) =>
      missing === 1 ? 'One character more.' : `${missing} characters more. Use at least 10.`,
    zone: 'Time zone',
    zoneHint: 'Taken from this device. Days and reminders follow it.',
    submit: 'Open the practice',
    busy: 'Opening the practice',
    closed: 'This place already has a practice. Ask its owner to add you, then sign in.',
    haveOne: 'I have a sign-in',
  },
  errors: {
    offline: 'No connection to the server. Nothing is lost. Check the network and try again.',
    limited: (seconds: number) =>
      `Too many tries. Nothing is lost. Wait ${seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`} and try again.`,
    fields: 'Some fields need another look. They are marked below.',
    server: 'The server had a problem. Nothing is lost. Try again in a moment.',
    required: 'Please fill this in.',
  },
} as const;
