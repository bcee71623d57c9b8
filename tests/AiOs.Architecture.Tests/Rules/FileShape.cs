using System.Text.RegularExpressions;
using AiOs.Architecture.Tests.Tree;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiOs.Architecture.Tests.Rules;

/// <summary>Files stay small, folders stay short, and a file is found by the name of its type.</summary>
public static partial class FileShape
{
    private const int MaxLines = 300;
    private const int MaxFilesInFolder = 15;
    private const int ShortestReason = 10;

    public static Survey Length(IEnumerable<SourceFile> sources) =>
        Survey.Of(sources, source => source.Lines.Count > MaxLines, source => $"{source.Path} has {source.Lines.Count} lines, over {MaxLines}: split it by responsibility");

    public static Survey Folders(IEnumerable<SourceFile> sources) =>
        Survey.Of(
            sources.GroupBy(source => source.Folder),
            folder => folder.Count() > MaxFilesInFolder,
            folder => $"{folder.Key} holds {folder.Count()} files, over {MaxFilesInFolder}: find the folder hidden in it");

    /// <summary>One type at the top level of a file, of the file's name. <c>Name.Part.cs</c> holds a part of Name.</summary>
    public static Survey Names(IEnumerable<SourceFile> sources) =>
        Survey.Of(sources.Where(source => !HasTopLevelStatements(source)), source =>
        {
            var types = TopLevel(source).ToList();
            return types is [var only] && only == source.Stem.Split('.')[0]
                ? []
                : [$"{source.Path} holds {(types.Count == 0 ? "no type" : string.Join(", ", types))}"];
        });

    /// <summary>Who silences a rule says why on the same line.</summary>
    public static Survey Pragmas(IEnumerable<SourceFile> sources) =>
        Survey.Of(
            sources.SelectMany(source => source.Lines.Select((line, index) => (source.Path, Line: line, Number: index + 1))),
            place => Pragma().IsMatch(place.Line) && Reason(place.Line).Length < ShortestReason,
            place => $"{place.Path}:{place.Number} silences a rule and gives no reason on its line");

    private static bool HasTopLevelStatements(SourceFile source) => source.Syntax.Members.OfType<GlobalStatementSyntax>().Any();

    private static IEnumerable<string> TopLevel(SourceFile source) =>
        source.Syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(node => node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                DelegateDeclarationSyntax type => type.Identifier.Text,
                _ => null,
            })
            .OfType<string>();

    private static string Reason(string line) =>
        line.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? line[(at + 2)..].Trim() : string.Empty;

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable\b")]
    private static partial Regex Pragma();
}
