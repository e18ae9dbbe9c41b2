//! One file of `src`, walked by `syn`: what it names and what it defines.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Item, ItemUse, Visibility};

use super::modules::{Definition, Import, Kind, Modules, Target, attributes, is_test, leaves_of};

/// Walks one file and notes what it names and what it defines.
pub struct Names<'a> {
    all: &'a Modules,
    module: Vec<String>,
    file: usize,
    pub imports: Vec<Import>,
    pub defined: Vec<Definition>,
}

impl<'a> Names<'a> {
    pub fn new(all: &'a Modules, module: Vec<String>, file: usize) -> Self {
        Self { all, module, file, imports: Vec::new(), defined: Vec::new() }
    }

    fn note_place(&mut self, path: &[String], line: usize) {
        if let Some(to) = self.all.place(&self.module, path).filter(|to| *to != self.file) {
            let name = path.last().cloned().unwrap_or_default();
            self.imports.push(Import { from: self.file, to, line, name, is_definition: false });
        }
    }

    fn note(&mut self, path: &[String], line: usize) {
        self.note_place(path, line);
        let (to, name) = match self.all.resolve(&self.module, path, 0) {
            Some(Target::Item(file, name)) => (file, name),
            _ => return, // a module alone is only a name; what is taken from it is noted where it is used
        };
        if to != self.file {
            self.imports.push(Import { from: self.file, to, line, name, is_definition: true });
        }
    }

    fn define(&mut self, name: &syn::Ident, kind: Kind, visibility: Option<&Visibility>) {
        let is_public = visibility.is_some_and(|visibility| !matches!(visibility, Visibility::Inherited));
        let line = name.span().start().line;
        self.defined.push(Definition { file: self.file, line, name: name.to_string(), kind, is_public });
    }

    fn function(&mut self, signature: &syn::Signature, body: &syn::Block, visibility: Option<&Visibility>) {
        let lines = body.brace_token.span.close().end().line + 1 - signature.fn_token.span.start().line;
        self.define(&signature.ident, Kind::Function(lines), visibility);
    }

    /// Paths in the arguments of a macro, which `syn` leaves as tokens.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is = |at: usize, mark: char| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == mark);
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(first) if at == 0 || !is(at - 1, '.') || (at > 1 && is(at - 2, '.')) => {
                    let mut path = vec![first.to_string()];
                    while is(at + 1, ':') && is(at + 2, ':') {
                        let Some(TokenTree::Ident(next)) = tokens.get(at + 3) else { break };
                        path.push(next.to_string());
                        at += 3;
                    }
                    let is_called = matches!(tokens.get(at + 1), Some(TokenTree::Group(_)));
                    if path.len() > 1 || is_called || path[0].starts_with(char::is_uppercase) {
                        self.note(&path, first.span().start().line);
                    }
                }
                _ => (),
            }
            at += 1;
        }
    }
}

impl<'ast> Visit<'ast> for Names<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_private = matches!(item.vis, Visibility::Inherited);
        let line = item.use_token.span.start().line;
        let mut leaves = Vec::new();
        leaves_of(&item.tree, &mut Vec::new(), &mut leaves);
        for (_, path) in leaves {
            if is_private { self.note(&path, line) } else { self.note_place(&path, line) }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(first) = path.segments.first() {
            self.note(&names, first.ident.span().start().line);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        self.tokens(item.tokens.clone());
        visit::visit_macro(self, item);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block, Some(&item.vis));
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block, Some(&item.vis));
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.function(&item.sig, body, None);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.define(&item.ident, Kind::Type, Some(&item.vis));
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.define(&item.ident, Kind::Type, Some(&item.vis));
        visit::visit_item_enum(self, item);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.define(&item.ident, Kind::Type, Some(&item.vis));
        visit::visit_item_trait(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.define(&item.ident, Kind::Type, Some(&item.vis));
        visit::visit_item_type(self, item);
    }
}
