namespace AiOs.Contracts.Messages;

/// <summary>One mail address with the name shown beside it. The name proves nothing.</summary>
/// <param name="Name">The display name, or nothing.</param>
/// <param name="Address">The address as <c>local@domain</c>.</param>
public sealed record Mailbox(string? Name, string Address)
{
    /// <summary>The name and the address in angle brackets, or the address alone.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString() => string.IsNullOrWhiteSpace(Name) ? Address : $"{Name} <{Address}>";
}
