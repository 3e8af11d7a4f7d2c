/** The words of the front door and of the code, in German. */
import type { DoorsWords } from '../doors';

export const doors: DoorsWords = {
  entry: {
    title: 'Zwischen deinen Terminen',
    intro: 'Ein paar Minuten Ruhe am Tag, von deiner Praxis für dich gewählt.',
    link: 'Du hast einen Link oder einen quadratischen Code? Öffne ihn mit diesem Handy. Mehr braucht es nicht.',
    code: 'Ich habe einen Code',
    therapist: 'Sind Sie Therapeutin oder Therapeut?',
    signIn: 'Am Schreibtisch anmelden',
    opening: 'Wird geöffnet',
    offline: 'Es gibt gerade kein Netz. Um das Handy zum ersten Mal zu verbinden, braucht es eins.',
    retry: 'Noch einmal versuchen',
    revokedTitle: 'Dieses Handy wurde geschlossen',
    revoked:
      'Deine Praxis hat dieses Handy getrennt, und alles von dir wurde davon entfernt. Um weiterzumachen, bitte um einen neuen Link.',
    leaving: 'Du bist hier abgemeldet. Der Rest folgt, sobald es Netz gibt.',
  },

  code: {
    title: 'Gib deinen Code ein',
    intro:
      'Öffne dort, wo du angemeldet bist, „Ich“ und tippe auf „In der App benutzen“. Dann siehst du 10 Zeichen.',
    label: 'Dein Code',
    hint: '10 Buchstaben und Ziffern. Groß oder klein ist egal.',
    missing: 'Der Code hat 10 Buchstaben und Ziffern.',
    go: 'Mein Programm öffnen',
    agree: 'Wenn du es öffnest, stimmst du zu, dass deine Praxis das für deine Behandlung aufbewahrt.',
    bad: 'Dieser Code passt nicht. Er gilt einmal, 10 Minuten lang. Mach auf dem anderen Bildschirm einen neuen.',
  },
};
