namespace AiOs.Kernel.Playbooks;

/// <summary>A place in a text that a value is put into.</summary>
/// <param name="Alias">Whose value: a Record by the name under which the run knows it, <c>answer</c>, <c>operator</c> or <c>today</c>.</param>
/// <param name="Field">Which value; empty for <c>today</c>.</param>
internal sealed record Placeholder(string Alias, string Field)
{
    public override string ToString() => Field.Length == 0 ? Alias : Alias + "." + Field;

    /// <summary>Reads what stands between the braces.</summary>
    public static Placeholder? Of(string inner) => inner.Split('.') switch
    {
        ["today"] => new Placeholder("today", string.Empty),
        [var alias, var field] when IsName(alias) && IsName(field) => new Placeholder(alias, field),
        _ => null,
    };

    private static bool IsName(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
