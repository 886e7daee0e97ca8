using Microsoft.Extensions.Logging;

namespace PeaceTracker.Services.Data;

/// <summary>Writes down what was done elsewhere and must not be done again: what is not written down is.</summary>
public static class PatientWrite
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(30);

    /// <summary>Writes until it is written, each time after a longer wait, half a minute at most; ends only with the program.</summary>
    public static async Task DoAsync(
        Func<CancellationToken, Task> write, TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        for (var pause = First; ; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            try
            {
                await write(cancellationToken);
                return;
            }
#pragma warning disable CA1031 // Whatever kept it from being written: it is tried again.
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogWarning(fault, "What was sent could not be written down; tried again in {Seconds} seconds", pause.TotalSeconds);
            }

            await Task.Delay(pause, clock, cancellationToken);
        }
    }
}
