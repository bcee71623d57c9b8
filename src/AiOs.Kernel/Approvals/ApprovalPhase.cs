namespace AiOs.Kernel.Approvals;

/// <summary>How an approval stands.</summary>
internal enum ApprovalPhase
{
    Open,
    Granted,
    Rejected,
    Superseded,
    Expired,
}
