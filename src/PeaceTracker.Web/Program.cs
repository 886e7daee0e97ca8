using PeaceTracker.Web.Hosting;

IcuLibrary.DoWithoutWhereMissing();
return await CommandGrammar.RunAsync(args, Console.Out, Console.Error);
