use prepost::report::Words;
fn main() {
    let w = Words::english();
    for path in std::env::args().skip(1) {
        let text = std::fs::read(&path).unwrap();
        let (t, _) = prepost::table::read(&String::from_utf8_lossy(&text), &Default::default());
        let s = std::time::Instant::now();
        let g = prepost::trial::guess(&t);
        println!("== {path} {:?}", s.elapsed());
        let p = &g.plan;
        println!(
            "id={:?} arm={:?} occ={:?} long={:?} within={:?}",
            p.id,
            p.arm.as_ref().map(|a| (&a.column, &a.levels, &a.control)),
            p.occasions,
            p.long,
            p.within
        );
        for o in p.outcomes.iter().take(8) {
            println!("   {} {:?} {:?}", o.name, o.better, o.columns);
        }
        for r in g.reasons.iter().filter(|r| !r.part.contains(':')) {
            println!("   - {} [{}] {}", r.part, r.certain, w.plain(&r.message));
        }
        println!("   unused {:?}", g.unused.iter().take(20).collect::<Vec<_>>());
    }
}
