namespace AiOs.Kernel.Policy.Judging;

/// <summary>What the operator's Records say of who is on the other side.</summary>
internal enum CounterpartyClass
{
    /// <summary>There is nobody on the other side, or nobody can tell who.</summary>
    Unknown,

    /// <summary>Somebody without a Record.</summary>
    New,

    Client,

    Vendor,
}
