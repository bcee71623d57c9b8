namespace AiOs.Kernel.Policy.Conditions;

/// <summary>The kind of effect: exact, or all below a name as in <c>mcp.*</c>.</summary>
internal sealed record KindCondition(IReadOnlyList<string> Patterns) : WordCondition("kind", "kind", 3, Patterns)
{
    public override bool Holds(PolicyCase effect) => effect.Kind.Value is { } kind && Patterns.Any(pattern => Fits(pattern, kind));

    protected override string? WordOf(PolicyCase effect) => effect.Kind.Value;

    private static bool Fits(string pattern, string kind) =>
        pattern.EndsWith(".*", StringComparison.Ordinal)
            ? kind.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            : string.Equals(pattern, kind, StringComparison.OrdinalIgnoreCase);
}
