using AiOs.Architecture.Tests.Tree;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiOs.Architecture.Tests.Rules;

/// <summary>A project that runs tests holds one, and a test's name says what is judged, when, and what comes out.</summary>
public static class TestProjects
{
    private static readonly string[] Marks = ["Fact", "Theory", "Property"];

    public static Survey HoldTests(IEnumerable<string> testProjects, IEnumerable<SourceFile> sources)
    {
        var filled = sources.Where(source => Tests(source).Any()).Select(source => source.Project).ToHashSet();
        return Survey.Of(testProjects, name => !filled.Contains(name), name => $"{name} runs tests and holds none");
    }

    public static Survey Names(IEnumerable<SourceFile> sources) =>
        Survey.Of(
            sources.SelectMany(source => Tests(source).Select(test => (source.Path, Name: test.Identifier.Text))),
            test => test.Name.Split('_').Length is < 3 or > 4,
            test => $"{test.Path}: {test.Name} is not of the form Judge_EffectAboveLimit_Asks");

    private static IEnumerable<MethodDeclarationSyntax> Tests(SourceFile source) =>
        source.Methods.Where(method => method.AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => Marks.Contains(attribute.Name.ToString())));
}
