/** The words of the front door and of the code: what a phone needs once, or never. */
export const doors = {
  entry: {
    title: 'Between your visits',
    intro: 'A few quiet minutes a day, picked for you by your therapist.',
    link: 'You have a link or a square code? Open it with this phone. That is all there is to it.',
    code: 'I have a code',
    therapist: 'Are you a therapist?',
    signIn: 'Sign in to your desk',
    opening: 'Opening',
    offline: 'There is no network just now. To link this phone the first time it needs one.',
    retry: 'Try again',
    revokedTitle: 'This phone was closed',
    revoked:
      'Your practice has unlinked this phone and everything of yours was taken off it. To go on, ask for a new link.',
    leaving: 'You are signed out here. The rest follows when there is a network.',
  },

  code: {
    title: 'Enter your code',
    intro:
      'Open Me on the screen where you are signed in. Tap “Use it in the app”. It shows 10 letters and numbers.',
    label: 'Your code',
    hint: '10 letters and numbers. Big or small does not matter.',
    missing: 'The code has 10 letters and numbers.',
    go: 'Open my program',
    agree: 'By opening it you agree that your practice keeps this for your care.',
    bad: 'This code does not fit. It works once, for 10 minutes. Make a new one on your other screen.',
  },
};
