//! Plain text: printed articles as they come out of a scanner.
