using System.Globalization;

namespace AiOs.Kernel.Digests.Words;

/// <summary>Moments as the operator's clock and calendar have them.</summary>
internal sealed class LocalWords(TimeZoneInfo zone)
{
    public string Day(DateTimeOffset at) => In(at).ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public string Moment(DateTimeOffset at) => In(at).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    private DateTimeOffset In(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);
}
