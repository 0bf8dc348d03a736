//! Office through its public surface. Names in these tests are invented.

mod acts;
