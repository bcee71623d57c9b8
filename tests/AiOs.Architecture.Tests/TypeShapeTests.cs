using AiOs.Architecture.Tests.Rules;
using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests;

public sealed class TypeShapeTests
{
    private static readonly Repository Tree = Repository.Current;

    [Fact]
    public void TypeName_InSrc_SaysSomething() => TypeShape.Names(Tree.SrcSources).MustBeClean(atLeast: 50);

    [Theory]
    [InlineData("class SessionManager")]
    [InlineData("static class MailHelpers")]
    [InlineData("record DateUtils()")]
    [InlineData("class StoreImpl")]
    public void TypeName_EmptyWord_IsFound(string declaration) => TypeShape.Names([Source($"{declaration};")]).MustComplain("says nothing");

    [Fact]
    public void Class_InSrc_IsSealedOrHasAnHeir() => TypeShape.Sealed(Tree.SrcSources).MustBeClean(atLeast: 40);

    [Fact]
    public void Class_OpenWithoutReason_IsFound() =>
        TypeShape.Sealed([Source("class Open; record Free; sealed class A; abstract record B; static class C; record struct D; struct E; enum F; class Root; sealed class Leaf : Root;")])
            .MustComplain("Open", "Free");

    [Fact]
    public void AsyncName_AwaitableMethodsInSrc_EndInAsync() => TypeShape.AsyncNames(Tree.SrcSources).MustBeClean(atLeast: 10);

    [Fact]
    public void AsyncName_Missing_IsFound() =>
        TypeShape.AsyncNames([Source("interface I { Task Go(); ValueTask<int> Come(); System.Threading.Tasks.Task Stay(); Task LeaveAsync(); int Now(); }")])
            .MustComplain("Go", "Come", "Stay");

    [Fact]
    public void Token_InSrc_ComesLastAndIsRequired() => TypeShape.Tokens(Tree.SrcSources).MustBeClean(atLeast: 10);

    [Fact]
    public void Token_FirstOrOptional_IsFound() =>
        TypeShape.Tokens([Source("interface I { void First(CancellationToken t, int a); void Maybe(CancellationToken t = default); void Good(int a, CancellationToken t); }")])
            .MustComplain("First", "Maybe");

    private static SourceFile Source(string text) => SourceFile.Parse("src/AiOs.Kernel/Sample.cs", text);
}
