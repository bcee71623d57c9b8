namespace AiOs.Kernel.Policy.Settings;

/// <summary>How the operator is reminded of a question.</summary>
internal enum EscalationWay
{
    /// <summary>Again where it was asked.</summary>
    Reminder,

    /// <summary>In another channel.</summary>
    OtherChannel,

    /// <summary>In the daily digest.</summary>
    Digest,
}
