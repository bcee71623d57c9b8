using AiOs.Contracts.Ids;

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

    /// <summary>How long a card waits before silence becomes no.</summary>
    public TimeSpan ApprovalLifetime { get; init; } = TimeSpan.FromDays(7);

    internal DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZone);
}
