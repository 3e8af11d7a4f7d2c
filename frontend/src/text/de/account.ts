/** Words of sign-in and sign-up in German: "Sie" for therapists. */
import type { AccountWords } from '../account';

export const account: AccountWords = {
  brand: 'Pith',
  signIn: {
    title: 'Anmelden',
    about: 'Für Therapeutinnen und Therapeuten.',
    email: 'E-Mail',
    password: 'Passwort',
    submit: 'Anmelden',
    busy: 'Wird angemeldet',
    wrong:
      'E-Mail und Passwort passen nicht zusammen. Nichts wurde geändert. Prüfen Sie beides und versuchen Sie es noch einmal.',
    expired:
      'Sie wurden nach einer Weile abgemeldet. Melden Sie sich an und machen Sie dort weiter, wo Sie waren. Was Sie geschrieben haben, ist noch da.',
    newHere: 'Eine neue Praxis eröffnen',
    client:
      'Du bist Klientin oder Klient? Du brauchst kein Passwort. Öffne den Link oder den Code aus deiner Praxis.',
  },
  signUp: {
    title: 'Ihre Praxis eröffnen',
    about: 'Eine Minute. Danach fügen Sie die erste Klientin oder den ersten Klienten hinzu.',
    practice: 'Name der Praxis',
    practiceHint: 'Er steht auf den Handys derer, die zu Ihnen kommen.',
    name: 'Ihr Name',
    email: 'E-Mail',
    password: 'Passwort',
    passwordHint: 'Mindestens 10 Zeichen. Ein paar Wörter hintereinander merken sich leicht.',
    passwordShort: (missing) =>
      missing === 1 ? 'Noch ein Zeichen.' : `Noch ${missing} Zeichen. Nehmen Sie mindestens 10.`,
    zone: 'Zeitzone',
    zoneHint: 'Von diesem Gerät übernommen. Tage und Erinnerungen richten sich danach.',
    submit: 'Praxis eröffnen',
    busy: 'Die Praxis wird eröffnet',
    closed:
      'Hier gibt es schon eine Praxis. Bitten Sie die Inhaberin oder den Inhaber, Sie hinzuzufügen, und melden Sie sich dann an.',
    haveOne: 'Ich habe schon ein Konto',
  },
  errors: {
    offline:
      'Keine Verbindung zum Server. Nichts ist verloren. Prüfen Sie das Netz und versuchen Sie es noch einmal.',
    limited: (seconds) =>
      `Zu viele Versuche. Nichts ist verloren. Warten Sie ${seconds > 90 ? `${Math.ceil(seconds / 60)} Minuten` : `${seconds} Sekunden`} und versuchen Sie es noch einmal.`,
    fields: 'Einige Felder brauchen noch einen Blick. Sie sind unten markiert.',
    server: 'Der Server hatte ein Problem. Nichts ist verloren. Versuchen Sie es gleich noch einmal.',
    required: 'Bitte füllen Sie das aus.',
  },
};
