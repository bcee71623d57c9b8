using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Hosting;

/// <summary>What the kernel knows of its workspace.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>Which workspace.</summary>
    public required WorkspaceId Id { get; init; }

    /// <summary>The operator's time zone.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Three capital letters of ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The name under mails; nothing where none is configured.</summary>
    public string? OperatorName { get; init; }

    /// <summary>The operator's own addresses, who is never forgotten.</summary>
    public IReadOnlyList<string> OperatorAddresses { get; init; } = [];

    /// <summary>Who is the operator in which chat by configuration; their ids are compared exactly, so those of Teams stand here in lower case.</summary>
    public IReadOnlyList<PairedDevice> ConfiguredDevices { get; init; } = [];

    /// <summary>Where <c>/export</c> makes its folders; nothing where it cannot.</summary>
    public string? ExportDirectory { get; init; }

    /// <summary>How long a card waits before silence becomes no.</summary>
    public TimeSpan ApprovalLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How often newsletters, notifications, receipts and spam are drafted, which can wait; zero drafts them at once.</summary>
    public TimeSpan LowPriorityBatch { get; init; } = TimeSpan.Zero;

    /// <summary>How many tokens an agent's context may take, estimated as one for each four bytes begun.</summary>
    public int ContextTokens { get; init; } = 6_000;

    /// <summary>What the configuration runs by the clock.</summary>
    public IReadOnlyList<PlannedSchedule> Schedules { get; init; } = [];

    internal DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZone);
}
