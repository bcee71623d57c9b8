using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiOs.Architecture.Tests.Tree;

/// <summary>One .cs file and its syntax.</summary>
public sealed class SourceFile
{
    private readonly Lazy<CompilationUnitSyntax> _syntax;

    private SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
        _syntax = new Lazy<CompilationUnitSyntax>(() => CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot());
    }

    public string Path { get; }

    public string Text { get; }

    public CompilationUnitSyntax Syntax => _syntax.Value;

    public bool InSrc => Path.StartsWith("src/", StringComparison.Ordinal);

    /// <summary>The folder two down from the root: <c>AiOs.Kernel</c> in <c>src/AiOs.Kernel/Policy/Rule.cs</c>.</summary>
    public string Project => Path.Split('/')[1];

    public string Folder => Path[..Path.LastIndexOf('/')];

    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');

    public IEnumerable<BaseTypeDeclarationSyntax> Types => Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>();

    public IEnumerable<MethodDeclarationSyntax> Methods => Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>();

    public IEnumerable<string> Usings =>
        Syntax.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(directive => directive.NamespaceOrType.ToString());

    public static SourceFile Parse(string path, string text) => new(path, text);
}
