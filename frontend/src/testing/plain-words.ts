// What the desk tells a therapist who writes a technique of her own, our own words are held to as well.
export {
  beginsWithAction,
  faults,
  grade,
  gradeFault,
  type Kind,
  sentences,
  syllables,
  type Tongue,
  wordsOf,
} from '../domain/desk/plain-words';
