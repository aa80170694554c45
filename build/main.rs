//! Reads the glossary through the program's own types, holds it against the
//! program's own rules, and writes it as Rust: one static table, so that the
//! program parses nothing when it starts. A wrong file fails the build.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the modules are the program's, and used here in part"
)]
#![allow(clippy::print_stdout, reason = "cargo is told by standard output")]

#[path = "../src/check/mod.rs"]
mod check;
#[path = "../src/entry.rs"]
mod entry;
#[path = "../src/finding.rs"]
mod finding;
mod index;
#[path = "../src/key.rs"]
mod key;
mod literal;
#[path = "../src/markup.rs"]
mod markup;
#[path = "../src/relation.rs"]
mod relation;
#[path = "../src/source/mod.rs"]
mod source;
#[path = "../src/search/stems.rs"]
mod stems;
mod table;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use check::{Finding, Level};

/// Warnings beyond these are counted only.
const MOST_WARNINGS: usize = 10;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=glossary");
    println!("cargo::rerun-if-changed=build");
    for shared in ["check", "entry.rs", "key.rs", "markup.rs", "relation.rs", "search/stems.rs", "source"] {
        println!("cargo::rerun-if-changed=src/{shared}");
    }

    let source = source::read(Path::new("glossary"));
    let findings = check::check(&source, &check::Nothing, None);
    let (errors, warnings): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.level == Level::Error);
    for finding in &errors {
        println!("cargo::error={finding}");
    }
    for finding in warnings.iter().take(MOST_WARNINGS) {
        println!("cargo::warning={finding}");
    }
    if warnings.len() > MOST_WARNINGS {
        println!("cargo::warning={} warnings in all: `cnref check glossary` tells them", warnings.len());
    }
    if !errors.is_empty() {
        return ExitCode::FAILURE;
    }

    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    link_for_a_fast_start(&out);
    fs::write(out.join("glossary.rs"), table::table(&source))
        .expect("the output folder of the build can be written to");
    fs::write(out.join("index.bin"), index::index(&source))
        .expect("the output folder of the build can be written to");
    ExitCode::SUCCESS
}

/// Asks for a program that starts fast: loaded at a fixed address, and without
/// the library that unwinds panics, since here a panic aborts.
///
/// The table holds some hundred thousand pointers; in a position-independent
/// program the loader has to write each of them at every start, which takes
/// longer than everything else that a lookup does.
fn link_for_a_fast_start(out: &Path) {
    let target = |name: &str| env::var(name).unwrap_or_default();
    let is_native = env::var("HOST") == env::var("TARGET");
    if target("CARGO_CFG_TARGET_OS") != "linux" || target("CARGO_CFG_TARGET_ENV") != "gnu" || !is_native {
        return;
    }
    println!("cargo::rustc-link-arg-bins=-no-pie");
    // Nothing is relocated, so that nothing has to be protected afterwards.
    println!("cargo::rustc-link-arg-bins=-Wl,-z,norelro");
    if env::var("PROFILE").as_deref() == Ok("release") && has_static_unwinder() {
        // The standard library asks for libgcc_s by name; this file answers to
        // the name and leads the linker to the static half of the same library.
        let stand_in = out.join("libgcc_s.so");
        fs::write(stand_in, "INPUT(-lgcc_eh -lgcc)\n")
            .expect("the output folder of the build can be written to");
        println!("cargo::rustc-link-search=native={}", out.display());
    }
}

/// Whether the C compiler that links has the unwinder as a static library.
fn has_static_unwinder() -> bool {
    let answer = Command::new("cc").arg("-print-file-name=libgcc_eh.a").output();
    // Without the file, the compiler repeats the name instead of a path.
    answer.is_ok_and(|answer| answer.stdout.starts_with(b"/"))
}
