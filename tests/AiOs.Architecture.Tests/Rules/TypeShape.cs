using AiOs.Architecture.Tests.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiOs.Architecture.Tests.Rules;

/// <summary>Names that say something, classes closed unless meant for a heir, awaitable methods that show it.</summary>
public static class TypeShape
{
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Impl"];
    private static readonly string[] Awaitables = ["Task", "ValueTask", "IAsyncEnumerable"];

    public static Survey Names(IEnumerable<SourceFile> sources) =>
        Survey.Of(
            sources.SelectMany(source => source.Types.Select(type => (source.Path, Name: type.Identifier.Text))),
            type => EmptyWords.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)),
            type => $"{type.Path}: {type.Name} says nothing of what it does");

    /// <summary>A class stays open only when a class here derives from it.</summary>
    public static Survey Sealed(IEnumerable<SourceFile> sources)
    {
        var found = sources.SelectMany(source => source.Types.Select(type => (source.Path, Type: type))).ToList();
        var bases = found.SelectMany(one => one.Type.BaseList?.Types ?? []).Select(one => SimpleName(one.Type)).ToHashSet();
        return Survey.Of(
            found.Where(one => IsClass(one.Type)),
            one => !Has(one.Type.Modifiers, SyntaxKind.SealedKeyword, SyntaxKind.StaticKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.PartialKeyword)
                && !bases.Contains(one.Type.Identifier.Text),
            one => $"{one.Path}: {one.Type.Identifier.Text} is neither sealed nor abstract, and has no heir");
    }

    public static Survey AsyncNames(IEnumerable<SourceFile> sources) =>
        Survey.Of(
            sources.SelectMany(source => source.Methods.Where(IsAwaitable).Select(method => (source.Path, Name: method.Identifier.Text))),
            method => !method.Name.EndsWith("Async", StringComparison.Ordinal),
            method => $"{method.Path}: {method.Name} returns something to await and does not end in Async");

    /// <summary>The token comes last, and inside nobody may forget it: it has no default.</summary>
    public static Survey Tokens(IEnumerable<SourceFile> sources) =>
        Survey.Of(
            sources.SelectMany(source => source.Methods.Where(TakesToken).Select(method => (source.Path, Method: method))),
            found => !IsToken(found.Method.ParameterList.Parameters[^1]) || found.Method.ParameterList.Parameters.Any(one => IsToken(one) && one.Default is not null),
            found => $"{found.Path}: {found.Method.Identifier.Text} must take its CancellationToken last and without a default");

    private static bool IsClass(BaseTypeDeclarationSyntax type) =>
        type is ClassDeclarationSyntax || (type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword));

    private static bool IsAwaitable(MethodDeclarationSyntax method) =>
        Awaitables.Contains(SimpleName(method.ReturnType))
        && method.Identifier.Text != "Main"
        && method.ExplicitInterfaceSpecifier is null
        && !Has(method.Modifiers, SyntaxKind.OverrideKeyword);

    private static string SimpleName(TypeSyntax type) => type switch
    {
        GenericNameSyntax generic => generic.Identifier.Text,
        QualifiedNameSyntax qualified => SimpleName(qualified.Right),
        IdentifierNameSyntax name => name.Identifier.Text,
        _ => string.Empty,
    };

    private static bool TakesToken(MethodDeclarationSyntax method) =>
        !Has(method.Modifiers, SyntaxKind.OverrideKeyword) && method.ParameterList.Parameters.Any(IsToken);

    private static bool IsToken(ParameterSyntax parameter) => parameter.Type is not null && SimpleName(parameter.Type) == "CancellationToken";

    private static bool Has(SyntaxTokenList modifiers, params SyntaxKind[] kinds) =>
        modifiers.Any(modifier => kinds.Any(kind => modifier.IsKind(kind)));
}
