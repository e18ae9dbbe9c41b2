//! The page: built into `dist/`, or served on this machine.

use crate::{
    setup,
    shell::{Outcome, executable, program, root, run},
};
use std::{
    env, fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    process::Command,
    thread,
    time::Duration,
};

/// Writes the hosted site to `dist/`.
pub fn build() -> Outcome {
    run(trunk()?.args(["build", "--release"]))
}

/// Builds and serves; says the address once it answers. Ends when it is stopped.
pub fn serve(args: &[String]) -> Outcome {
    let port = port(args)?;
    let mut serve = trunk()?;
    serve.args(["serve", "--release", "--port", &port.to_string()]);
    // Read by www/build/site.mjs: what was built last is shown at once.
    serve.env("PREPOST_SERVED", "1");
    let this = env::current_exe().map_err(|e| format!("this program's own file is not known: {e}"))?;
    let announcer = Command::new(this).args(["announce", &port.to_string()]).spawn();
    announcer.map_err(|e| format!("the address cannot be announced: {e}"))?;
    become_or_run(&mut serve)
}

/// Waits until the page answers at the port and says its address. Runs beside Trunk, which has taken xtask's place.
pub fn announce(args: &[String]) -> Outcome {
    let port: u16 = args.first().and_then(|port| port.parse().ok()).ok_or("announce needs a port")?;
    let served_by = parent();
    while !answers(port) {
        // Trunk has ended without serving: it has said why.
        if parent() != served_by {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(100));
    }
    println!("\nPrepost is at http://127.0.0.1:{port}/\nStop it with Ctrl+C.");
    Ok(())
}

/// What a first visit to `dist/` transfers.
pub fn sizes() -> Outcome {
    run(program("node").arg("www/build/sizes.mjs"))
}

/// Trunk in the repository's folder, with the tools that it needs.
fn trunk() -> Outcome<Command> {
    let path = setup::site_tools()?;
    // Trunk watches these folders and refuses to start where one is missing.
    for folder in ["www/gen", "dist"] {
        fs::create_dir_all(root().join(folder)).map_err(|e| format!("{folder} could not be made: {e}"))?;
    }
    let mut trunk = program(executable("trunk"));
    // Trunk wants `NO_COLOR` to be true or false, elsewhere it is 1; and its backtraces bury what went wrong.
    trunk.env("PATH", path).env_remove("RUSTFLAGS").env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    Ok(trunk)
}

/// The port asked for, or the first free one from 8080.
fn port(args: &[String]) -> Outcome<u16> {
    match args {
        [] => (8080..8180)
            .find(|&port| TcpListener::bind(("127.0.0.1", port)).is_ok())
            .ok_or_else(|| "no port from 8080 to 8179 is free; name one: cargo xtask serve --port N".into()),
        [flag, port] if flag == "--port" => port.parse().map_err(|_| format!("`{port}` is not a port")),
        _ => Err("usage: cargo xtask serve [--port N]".into()),
    }
}

fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        let mut head = [0; 12];
        stream.read_exact(&mut head)?;
        Ok(head.ends_with(b"200"))
    };
    ask().unwrap_or(false)
}

/// Where the system allows it Trunk takes our place, so that whoever ends this process ends the server.
#[cfg(unix)]
fn become_or_run(command: &mut Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    Err(format!("Trunk did not start: {}", command.exec()))
}
#[cfg(not(unix))]
fn become_or_run(command: &mut Command) -> Outcome {
    run(command)
}

#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}
#[cfg(not(unix))]
fn parent() -> u32 {
    0
}
