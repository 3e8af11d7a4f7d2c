"""Mail: who takes ours and how we speak to it (relay), one message ready to go (letter), and the way out (post)."""
