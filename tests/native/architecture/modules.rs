//! The modules of `src`, read by `syn`: which file names what of which other file.
//!
//! A name is an import from the file that defines it, wherever a `pub use` may stand between, and from the file in which a
//! path looks for it; a `pub use` looks for names too. Left out are `#[cfg(test)]` modules and what only the compiler could tell: methods, and names inside derived code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use syn::visit::Visit;
use syn::{Attribute, Item, UseTree};

use super::names::Names;

/// Those of `src`, read once.
pub fn modules() -> &'static Modules {
    static MODULES: LazyLock<Modules> = LazyLock::new(|| {
        let src = super::root().join("src");
        let mut paths = Vec::new();
        super::files(&src, ".rs", &mut paths);
        Modules::read(&src, &paths)
    });
    &MODULES
}

/// A file or an inline module, by its path from the crate: `["model", "grid"]`.
struct Module {
    file: usize,
    imports: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    items: BTreeSet<String>,
}

/// One name that a file takes from another.
pub struct Import {
    pub from: usize,
    pub to: usize,
    pub line: usize,
    pub name: String,
    /// Whether `to` defines the name, or is only where the path looks for it.
    pub is_definition: bool,
}

/// A type, trait or function where it is defined.
pub struct Definition {
    pub file: usize,
    pub line: usize,
    pub name: String,
    pub kind: Kind,
    pub is_public: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Type,
    /// With the number of its lines, from `fn` to the closing brace.
    Function(usize),
}

#[derive(Default)]
pub struct Modules {
    /// Relative to `src`.
    pub files: Vec<PathBuf>,
    pub imports: Vec<Import>,
    pub definitions: Vec<Definition>,
    modules: BTreeMap<Vec<String>, Module>,
}

pub enum Target {
    Module(Vec<String>),
    Item(usize, String),
}

impl Modules {
    /// Reads every file of the folder.
    fn read(src: &Path, paths: &[PathBuf]) -> Self {
        let mut all = Self::default();
        let mut parsed = Vec::new();
        for path in paths {
            let text = fs::read_to_string(path).expect("readable source");
            let syntax = syn::parse_file(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let name = path.strip_prefix(src).expect("inside src").to_owned();
            let module = module_path(&name);
            all.files.push(name);
            all.declare(&module, all.files.len() - 1, &syntax.items);
            parsed.push((module, syntax));
        }
        for (file, (module, syntax)) in parsed.iter().enumerate() {
            let mut names = Names::new(&all, module.clone(), file);
            syntax.items.iter().for_each(|item| names.visit_item(item));
            let Names { imports, defined, .. } = names;
            all.imports.extend(imports);
            all.definitions.extend(defined);
        }
        all
    }

    pub fn name(&self, file: usize) -> String {
        self.files[file].display().to_string()
    }

    fn declare(&mut self, path: &[String], file: usize, items: &[Item]) {
        let mut module = Module { file, imports: BTreeMap::new(), globs: Vec::new(), items: BTreeSet::new() };
        for item in items.iter().filter(|item| !is_test(attributes(item))) {
            match item {
                Item::Use(item) => {
                    let mut leaves = Vec::new();
                    leaves_of(&item.tree, &mut Vec::new(), &mut leaves);
                    for (name, path) in leaves {
                        match name {
                            Some(name) => _ = module.imports.insert(name, path),
                            None => module.globs.push(path),
                        }
                    }
                }
                Item::Mod(inline) => {
                    if let Some((_, items)) = &inline.content {
                        self.declare(&[path, &[inline.ident.to_string()]].concat(), file, items);
                    }
                }
                _ => module.items.extend(name_of(item)),
            }
        }
        self.modules.insert(path.to_vec(), module);
    }

    /// What a path means that stands in a module.
    pub fn resolve(&self, module: &[String], path: &[String], depth: usize) -> Option<Target> {
        let (first, mut rest) = path.split_first()?;
        if depth > 16 {
            return None; // imports that lead to one another
        }
        let crate_root = |module: &[String]| match module.first() {
            Some(root) if root == MAIN => vec![MAIN.to_owned()],
            _ => Vec::new(),
        };
        let mut at = match first.as_str() {
            "crate" => crate_root(module),
            "prepost" => Vec::new(),
            "self" => module.to_vec(),
            "super" => module[..module.len().checked_sub(1)?].to_vec(),
            _ => match self.lookup(module, first, rest.is_empty(), depth)? {
                Target::Module(path) => path,
                item => return Some(item),
            },
        };
        while let Some((next, others)) = rest.split_first() {
            rest = others;
            if next == "super" {
                at.pop()?;
                continue;
            }
            match self.lookup(&at, next, rest.is_empty(), depth)? {
                Target::Module(path) => at = path,
                item => return Some(item),
            }
        }
        Some(Target::Module(at))
    }

    /// The file in which a path from `crate`, `self` or `super` looks for its name.
    pub fn place(&self, module: &[String], path: &[String]) -> Option<usize> {
        let mut at = match path.first()?.as_str() {
            "crate" if module.first().is_some_and(|root| root == MAIN) => vec![MAIN.to_owned()],
            "crate" => Vec::new(),
            "self" | "super" => module.to_vec(),
            _ => return None,
        };
        for name in path {
            match name.as_str() {
                "crate" | "self" => (),
                "super" => _ = at.pop(),
                name => {
                    let child = [at.as_slice(), &[name.to_owned()]].concat();
                    if !self.modules.contains_key(&child) {
                        break;
                    }
                    at = child;
                }
            }
        }
        self.modules.get(&at).map(|module| module.file)
    }

    fn lookup(&self, at: &[String], name: &str, is_last: bool, depth: usize) -> Option<Target> {
        let module = self.modules.get(at)?;
        let child = [at, &[name.to_owned()]].concat();
        let child = || self.modules.contains_key(&child).then(|| Target::Module(child.clone()));
        let item = || {
            if module.items.contains(name) {
                return Some(Target::Item(module.file, name.to_owned()));
            }
            // `use guess::guess` beside `mod guess` must not find itself.
            let import = module.imports.get(name).filter(|path| path.as_slice() != [name]);
            import.and_then(|path| self.resolve(at, path, depth + 1))
        };
        let glob = || {
            module.globs.iter().find_map(|path| match self.resolve(at, path, depth + 1)? {
                Target::Module(path) if path != at => self.lookup(&path, name, is_last, depth + 1),
                _ => None,
            })
        };
        // A module and a function may share a name: the function stands last.
        let found = if is_last { item().or_else(child) } else { child().or_else(item) };
        found.or_else(glob)
    }
}

const MAIN: &str = "<main>";

fn module_path(file: &Path) -> Vec<String> {
    let mut path: Vec<String> =
        file.with_extension("").components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    match path.last().map(String::as_str) {
        Some("mod") => _ = path.pop(),
        Some("lib") if path.len() == 1 => path.clear(),
        Some("main") if path.len() == 1 => path = vec![MAIN.to_owned()],
        _ => (),
    }
    path
}

pub fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test"))
    })
}

pub fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// Each name that a `use` brings in with its path; a glob has no name.
pub fn leaves_of(tree: &UseTree, path: &mut Vec<String>, leaves: &mut Vec<(Option<String>, Vec<String>)>) {
    match tree {
        UseTree::Path(inner) => {
            path.push(inner.ident.to_string());
            leaves_of(&inner.tree, path, leaves);
            path.pop();
        }
        UseTree::Name(name) if name.ident == "self" => leaves.push((path.last().cloned(), path.clone())),
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            leaves.push((Some(name.clone()), [path.as_slice(), &[name]].concat()));
        }
        UseTree::Rename(rename) => {
            let mut path = path.clone();
            if rename.ident != "self" {
                path.push(rename.ident.to_string());
            }
            leaves.push((Some(rename.rename.to_string()), path));
        }
        UseTree::Glob(_) => leaves.push((None, path.clone())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves_of(tree, path, leaves)),
    }
}
