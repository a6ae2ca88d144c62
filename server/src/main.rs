fn main() -> std::process::ExitCode {
    onomast::lsp::run()
}
