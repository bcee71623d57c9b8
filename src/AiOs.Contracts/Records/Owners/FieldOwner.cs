namespace AiOs.Contracts.Records.Owners;

/// <summary>Who says what stands in a field.</summary>
/// <param name="Name"><c>operator</c>, <c>connector:NAME</c>, or <c>agent</c> where any agent may propose a value.</param>
public readonly record struct FieldOwner(string Name)
{
    private const string ConnectorPrefix = "connector:";

    /// <summary>Only the operator's own words fill it.</summary>
    public static FieldOwner Operator { get; } = new("operator");

    /// <summary>Any agent may propose a value.</summary>
    public static FieldOwner Agent { get; } = new("agent");

    /// <summary>An outside system says what stands in it.</summary>
    /// <param name="connector">The connector's name: small letters, digits and hyphens.</param>
    /// <returns>The owner.</returns>
    public static FieldOwner Connector(string connector) => new(ConnectorPrefix + connector);

    /// <summary>Whether it is an outside system.</summary>
    public bool IsConnector => Name.StartsWith(ConnectorPrefix, StringComparison.Ordinal);

    /// <summary>The owner in words, for a sentence.</summary>
    public string Words => this == Operator ? "you" : IsConnector ? "the connector " + Name[ConnectorPrefix.Length..] : "any agent";

    /// <summary>The owner as written.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
