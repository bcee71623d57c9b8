using AiOs.Architecture.Tests.Rules;
using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests;

public sealed class FileShapeTests
{
    private static readonly Repository Tree = Repository.Current;

    [Fact]
    public void Length_SrcFiles_StayUnderTheLimit() => FileShape.Length(Tree.SrcSources).MustBeClean(atLeast: 50);

    [Fact]
    public void Length_OneLineOver_IsFound() =>
        FileShape.Length([Source("Short.cs", new string('\n', 299) + "x"), Source("Long.cs", new string('\n', 300) + "x")]).MustComplain("Long.cs");

    [Fact]
    public void Folder_FilesInSrc_StayUnderTheLimit() => FileShape.Folders(Tree.SrcSources).MustBeClean(atLeast: 10);

    [Fact]
    public void Folder_OneFileOver_IsFound() =>
        FileShape.Folders(Enumerable.Range(0, 16).Select(number => Source($"F{number}.cs", string.Empty))).MustComplain("16 files");

    [Fact]
    public void FileName_SrcFiles_EqualTheirType() => FileShape.Names(Tree.SrcSources).MustBeClean(atLeast: 50);

    [Fact]
    public void FileName_OtherSecondOrNoType_IsFound() =>
        FileShape.Names(
            [
                Source("Good.cs", "namespace N; public sealed record Good { private sealed class Inner; }"),
                Source("Good.Log.cs", "namespace N; public partial class Good;"),
                Source("Program.cs", "return 0;"),
                Source("Wrong.cs", "namespace N; public sealed class Right;"),
                Source("Two.cs", "namespace N; public sealed class Two; public enum Three;"),
                Source("Nothing.cs", "// gone"),
            ])
            .MustComplain("Wrong.cs", "Two.cs", "Nothing.cs");

    [Fact]
    public void Pragma_WithoutReason_DoesNotExist() => FileShape.Pragmas(Tree.Sources).MustBeClean(atLeast: 1000);

    [Fact]
    public void Pragma_WithoutReason_IsFound() =>
        FileShape.Pragmas([Source("P.cs", "#pragma warning disable CA1031 // a plug-in may throw anything\n  #pragma warning disable CA1031\n#pragma warning restore CA1031\n")])
            .MustComplain("P.cs:2");

    private static SourceFile Source(string name, string text) => SourceFile.Parse("src/AiOs.Kernel/" + name, text);
}
