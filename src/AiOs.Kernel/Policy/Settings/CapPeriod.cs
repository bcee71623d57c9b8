namespace AiOs.Kernel.Policy.Settings;

/// <summary>The time over which a cap counts, on the operator's calendar.</summary>
internal enum CapPeriod
{
    Day,
    Month,
}
