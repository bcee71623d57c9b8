namespace AiOs.Kernel.Approvals;

/// <summary>How an approval stands.</summary>
internal enum ApprovalPhase
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>The first of two yeses is there.</summary>
    HalfGranted,

    Granted,
    Rejected,

    /// <summary>A newer draft or an answer took its place.</summary>
    Superseded,

    /// <summary>What it relied on has changed.</summary>
    Voided,

    Expired,
}
