//! reportedly-records
