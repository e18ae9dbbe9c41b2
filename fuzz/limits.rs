//! The limits on one input: a second and a gibibyte.
//!
//! libFuzzer has both, but its `-malloc_limit_mb` needs a sanitizer's allocator, which the stable compiler has not, and its
//! `-timeout` interrupts an allocation and then waits for ever for it to end, without a word of the input.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// More than this at once is a fault.
const BYTES: usize = 1 << 30;
/// So is more than this of the processor's time, whatever else the machine does.
const SECONDS: f64 = 1.0;

/// Does the work, and ends the program where it took too long: libFuzzer then keeps the input.
pub fn within_limits(work: impl FnOnce()) {
    let before = seconds();
    work();
    let taken = seconds() - before;
    if taken > SECONDS {
        eprintln!("{taken:.1} seconds");
        std::process::abort();
    }
}

/// What this thread has had of the processor.
fn seconds() -> f64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: it only writes what it is given.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
    time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9
}

#[global_allocator]
static ALLOCATOR: Limited = Limited(AtomicUsize::new(0));

struct Limited(AtomicUsize);

// SAFETY: it counts and hands on to the system's allocator.
unsafe impl GlobalAlloc for Limited {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = self.0.fetch_add(layout.size(), Relaxed) + layout.size();
        if held > BYTES {
            // What libFuzzer then writes may allocate again.
            self.0.store(0, Relaxed);
            eprintln!("{held} bytes held at once");
            std::process::abort();
        }
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // What was held when the count began anew is given back as well.
        let _ = self.0.fetch_update(Relaxed, Relaxed, |held| Some(held.saturating_sub(layout.size())));
        unsafe { System.dealloc(block, layout) }
    }
}
