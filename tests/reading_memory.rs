//! 100 000 rows × 50 columns are read without a second copy of the text: about eight bytes a number and little else.
//!
//! A debug build reads a fifth of the rows, which the bounds follow: `cargo test --release` tries them all.

use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::Write;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;

use prepost::table::{ReadOptions, Table, read};

/// The system's allocator, with a count of the bytes in use and of the most there were.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is passed on unchanged to the system's allocator; only counters are added.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        PEAK.fetch_max(IN_USE.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Relaxed);
        // SAFETY: `pointer` came from `System.alloc` with this layout.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const N_ROWS: usize = if cfg!(debug_assertions) { 20_000 } else { 100_000 };

/// Reads a text; the Table, and the most bytes in use beyond those before.
fn measured(title: &str, text: &str) -> (Table, usize) {
    let before = IN_USE.load(Relaxed);
    PEAK.store(before, Relaxed);
    let start = Instant::now();
    let (table, problems) = read(text, &ReadOptions::default());
    let took = start.elapsed();
    let peak = PEAK.load(Relaxed) - before;
    println!(
        "{title}, {} rows: {} bytes of text, {peak} bytes at most, {} ms",
        table.n_rows(),
        text.len(),
        took.as_millis()
    );
    assert!(problems.is_empty(), "{problems:?}");
    (table, peak)
}

fn header(names: impl Iterator<Item = usize>) -> String {
    names.map(|i| format!(",x{i}")).collect::<String>()
}

// One test, so that no other allocates beside it.
#[test]
fn a_large_file_is_not_copied() {
    let mut text = format!("id{}\n", header(1..50));
    for row in 0..N_ROWS {
        write!(text, "{row}").expect("a String takes all");
        for column in 1..50 {
            let hundredths = (row * 7919 + column * 104_729) % 10_000;
            write!(text, ",{}.{:02}", hundredths / 100, hundredths % 100).expect("a String takes all");
        }
        text.push('\n');
    }
    let (table, peak) = measured("50 columns of numbers", &text);
    assert_eq!((table.n_rows(), table.columns.len()), (N_ROWS, 50));
    let numbers = N_ROWS * 50 * size_of::<f64>();
    let lines = N_ROWS * size_of::<u32>();
    assert!(peak < numbers + lines + (1 << 20), "{peak} bytes for {numbers} of numbers");
    drop((table, text));

    // Words: four bytes a cell, each level once, whatever the text's length.
    let arms = ["compassion-based intervention", "mentalization-based intervention", "waitlist"];
    let mut text = String::from("arm,site\n");
    for row in 0..N_ROWS {
        writeln!(text, "{},{}", arms[row % 3], arms[row % 2]).expect("a String takes all");
    }
    let (table, peak) = measured("2 columns of words", &text);
    assert_eq!(table.columns[0].label(4).as_deref(), Some(arms[1]));
    let codes = 2 * N_ROWS * size_of::<u32>();
    assert!(peak < codes + lines + (1 << 20), "{peak} bytes for {codes} of codes");
    drop((table, text));

    // 3 000 columns: what is kept of each column on the way is small.
    let row = "3,".repeat(2999) + "4\n";
    let text = format!("id{}\n{}", header(1..3000), row.repeat(60));
    let (table, peak) = measured("3 000 columns", &text);
    assert_eq!(table.columns.len(), 3000);
    assert!(peak < 60 * 3000 * size_of::<f64>() + 3000 * 1024, "{peak}");
}
