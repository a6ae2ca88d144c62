//! End to end: one test program, one module a part of the product.

mod cli;
