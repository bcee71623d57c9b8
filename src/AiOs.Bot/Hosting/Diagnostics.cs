using System.Globalization;
using AiOs.Bot.Composition;
using Serilog;
using Serilog.Events;

namespace AiOs.Bot.Hosting;

/// <summary>Diagnostics: ids and counts into a file, warnings to standard error. They may be lost; the journal may not.</summary>
internal static class Diagnostics
{
    private const long LargestFile = 10 * 1024 * 1024;

    public static void Add(IServiceCollection services, HostPlaces places) => services.AddLogging(logging =>
    {
        logging.ClearProviders();
        logging.AddSerilog(Make(places), dispose: true);
    });

    private static Serilog.Core.Logger Make(HostPlaces places) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
        .WriteTo.Console(LogEventLevel.Warning, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose, outputTemplate: "{Level:u4} {Message:lj}{NewLine}")
        .WriteTo.File(
            Path.Combine(places.Logs, "aios-.log"),
            formatProvider: CultureInfo.InvariantCulture,
            rollingInterval: RollingInterval.Day,
            fileSizeLimitBytes: LargestFile,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: 14)
        .CreateLogger();
}
