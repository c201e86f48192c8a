"""The package `kidney-crop`: findings and kidney function on the crop round the kidney's long axis."""
