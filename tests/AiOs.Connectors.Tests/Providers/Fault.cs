namespace AiOs.Connectors.Tests.Providers;

/// <summary>What goes wrong at a provider.</summary>
public enum Fault
{
    None,
    Refused,
    DropBefore,
    DropAfter,
    LateApply,
    ErrorAfter,
    Conflict,
    TooMany,
    Hang,
    HalfBody,
}
