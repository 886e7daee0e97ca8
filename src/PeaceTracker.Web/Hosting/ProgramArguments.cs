namespace PeaceTracker.Web.Hosting;

/// <summary>
/// What a program was started with: settings (<c>--PeaceTracker:Seed=file</c>, as the configuration reads them), and the words that its grammar
/// reads.
/// </summary>
/// <param name="Settings">Each as one word with an equals sign.</param>
/// <param name="Words">All else, in order.</param>
/// <param name="Fault">What is wrong with a setting, as a sentence; null where nothing is.</param>
internal sealed record ProgramArguments(IReadOnlyList<string> Settings, IReadOnlyList<string> Words, string? Fault)
{
    // A setting of another section would be passed over without a word.
    private static readonly string[] Sections = ["PeaceTracker", "Serilog", "Kestrel", "Logging", "ConnectionStrings"];

    // Those of the host, which have no section; a test's host gives several, and names of sections without a value.
    private static readonly string[] Plain =
    [
        .. Sections,
        WebHostDefaults.EnvironmentKey, WebHostDefaults.ContentRootKey, WebHostDefaults.ApplicationKey, WebHostDefaults.ServerUrlsKey,
        WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, WebHostDefaults.ShutdownTimeoutKey, WebHostDefaults.PreferHostingUrlsKey,
        WebHostDefaults.HostingStartupAssembliesKey, WebHostDefaults.CaptureStartupErrorsKey, WebHostDefaults.SuppressStatusMessagesKey,
        "AllowedHosts", "urls", "http_ports", "https_ports",
    ];

    /// <summary>Takes the settings out of all arguments. A value stands after an equals sign or is the next word.</summary>
    public static ProgramArguments Of(IReadOnlyList<string> arguments)
    {
        var (settings, words, fault) = (new List<string>(), new List<string>(), (string?)null);
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = arguments[i].Split('=', 2) is [var before, var after] ? (before, after) : (arguments[i], null);
            if (!IsSetting(name))
            {
                words.Add(arguments[i]);
                continue;
            }

            value ??= i + 1 < arguments.Count ? arguments[++i] : null;
            fault ??= FaultOf(name, value);
            settings.Add($"{name}={value}");
        }

        return new(settings, words, fault);
    }

    private static bool IsSetting(string name) => name.StartsWith("--", StringComparison.Ordinal)
        && (name.Contains(':', StringComparison.Ordinal) || Plain.Contains(name[2..], StringComparer.OrdinalIgnoreCase));

    private static string? FaultOf(string name, string? value) =>
        value is null ? $"The setting “{name}” has no value: write {name}=value."
        : name.Split(':') is [var section, _, ..] && !Sections.Contains(section[2..], StringComparer.OrdinalIgnoreCase)
            ? $"There is no setting “{name}”. Settings begin with --PeaceTracker:, --Serilog:, --Kestrel: or --Logging:."
            : null;
}
