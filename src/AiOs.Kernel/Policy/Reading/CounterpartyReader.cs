using AiOs.Contracts.Approvals;
using AiOs.Kernel.Policy.Conditions;
using AiOs.Kernel.Policy.Reading.Yaml;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Reads who is meant: a class as a bare word, an address, <c>*@example.com</c>, or a name in quotes.</summary>
internal sealed class CounterpartyReader(Values values)
{
    private const int Longest = 320;

    private static readonly IReadOnlyList<(string Word, CounterpartyClass Class)> Classes =
        [("client", CounterpartyClass.Client), ("vendor", CounterpartyClass.Vendor), ("new", CounterpartyClass.New), ("none", CounterpartyClass.None)];

    public CounterpartyPattern? Read(TreeNode node)
    {
        if (node is TreeNode.Scalar { Plain: true } word && !word.Text.Contains('@', StringComparison.Ordinal))
        {
            var found = Classes.FirstOrDefault(one => one.Word == word.Text);
            return found.Word is not null ? new CounterpartyPattern.OfClass(found.Class, found.Word)
                : values.Text(node, "counterparty", Longest) is not { } text ? null
                : Miss(node, $"'{Values.Shown(text)}' is no counterparty; write client, vendor, new, none, an address, or a name in quotes.");
        }

        return Literal(node) is not { } literal ? null
            : Classes.Any(one => one.Word == literal) ? Miss(node, $"'{literal}' in quotes would be somebody's name; write it without quotes to mean the class.")
            : CounterpartyPattern.Of(literal);
    }

    /// <summary>An address, all of a host, or a name; never a class.</summary>
    public string? Literal(TreeNode? node)
    {
        if (values.Text(node, "counterparty", Longest) is not { } text)
        {
            return null;
        }

        var host = text.StartsWith("*@", StringComparison.Ordinal) ? text[2..] : null;
        var rest = host ?? text;
        return rest.Contains('*', StringComparison.Ordinal) || host is { Length: 0 } || (host is not null && host.Any(letter => letter == '@' || char.IsWhiteSpace(letter)))
            ? values.Fault(node!, $"'{Values.Shown(text)}' is no counterparty; write an address, a name, or all of a host as in \"*@example.com\".")
            : text;
    }

    private CounterpartyPattern? Miss(TreeNode node, string reason)
    {
        values.Fault(node, reason);
        return null;
    }
}
