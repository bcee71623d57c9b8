namespace AiOs.Kernel.Reconciling;

/// <summary>What a comparison with the outside found.</summary>
internal sealed record Reconciled
{
    /// <summary>How many systems there are.</summary>
    public int Systems { get; init; }

    /// <summary>The systems that could not be read or taken over, with a sentence each.</summary>
    public IReadOnlyList<(string System, string Sentence)> Faults { get; init; } = [];

    /// <summary>How many Records were compared.</summary>
    public int Records { get; init; }

    /// <summary>How many fields differ and stay.</summary>
    public int Drifts { get; init; }

    /// <summary>For how many of them the operator was asked now.</summary>
    public int Asked { get; init; }

    /// <summary>How many drifts wait for the operator, older ones too.</summary>
    public int Open { get; init; }

    /// <summary>How many effects of unknown outcome the outside was asked about.</summary>
    public int Looked { get; init; }

    /// <summary>How many of them turned out to have happened.</summary>
    public int Settled { get; init; }
}
