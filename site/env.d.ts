// Gives `Astro.locals` the route that Starlight's own parts read.
/// <reference types="@astrojs/starlight" />
